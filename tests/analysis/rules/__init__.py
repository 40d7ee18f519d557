"""Tests of the rules: each finds its bad example and passes its good one."""
