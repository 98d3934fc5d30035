/** @jsxImportSource preact */
import { render } from "preact";
import { App } from "./app";

const root = document.querySelector("#page");
if (root !== null) render(<App />, root);
