"""Text → plan: YAML files into a tree with positions, the tree into the model, and every fault into a problem."""
