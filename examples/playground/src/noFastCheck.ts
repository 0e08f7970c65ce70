throw new Error("fast-check is not part of the page");
