export default {
  compilerOptions: {
    // Ours only in runes, so that one style is ever seen; a library may still be written in the old one.
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
  },
};
