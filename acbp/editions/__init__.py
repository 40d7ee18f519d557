"""A plan → the plan as one audience may see it, in one language; nothing is worked out before."""

from acbp.editions.language import in_language, untranslated
from acbp.editions.projection import for_customer

__all__ = ["for_customer", "in_language", "untranslated"]
