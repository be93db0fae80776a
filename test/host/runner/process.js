// Given to the web bundle only: `assert` reads process.env, and a web worker has no process.
export { default as process } from 'process/browser';
