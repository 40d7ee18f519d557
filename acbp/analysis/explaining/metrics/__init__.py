"""The metrics of a plan, one file a subject: declared, never worked out here."""
