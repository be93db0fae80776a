/**
 * The value of a function of something that never changes, worked out once for each. The function is given nothing else,
 * so that there is nothing else the value could depend on.
 */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return key => {
    let known = made.get(key);
    if (!known) made.set(key, (known = { value: make(key) }));
    return known.value;
  };
}
