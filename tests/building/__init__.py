"""Tests of building; `stand_in` has small plans and renderers that misbehave on demand."""
