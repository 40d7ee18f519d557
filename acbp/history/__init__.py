"""Versions kept in git → plans, what changed between them, and how a figure moved. Stores nothing itself."""
