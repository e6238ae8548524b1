// The worker of the Project budget page. Its program comes from the page, which has checked it; what comes after is for it.

import { initSync } from "./quota-calculator-budget-worker.js";

addEventListener("message", ({ data }) => initSync({ module: data }), { once: true });
