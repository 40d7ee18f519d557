"""Many plans into files: which plans there are, what must be built anew, and whether this machine can build it."""
