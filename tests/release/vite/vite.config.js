// As the package's README says.
export default { optimizeDeps: { exclude: ['tom-tat'] } };
