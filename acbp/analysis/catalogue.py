"""The names that a plan's ids stand for: categories and people."""

from collections.abc import Mapping
from dataclasses import dataclass

from acbp.model import Plan, Workspace
from acbp.model.heading import Category
from acbp.model.relationships import Contact


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Categories in printing order and contacts, by their ids."""

    categories: Mapping[str, Category]
    contacts: Mapping[str, Contact]

    def category_name(self, category: str) -> str:
        """Return a category's name, or its id where it is not listed."""
        found = self.categories.get(category)
        return found.name if found else category

    def is_focus(self, category: str) -> bool:
        """Whether the plan is about this category."""
        found = self.categories.get(category)
        return found is not None and found.focus

    def person(self, contact: str | None) -> str | None:
        """Return a contact's name; None where there is no such contact."""
        found = self.contacts.get(contact) if contact else None
        return found.name if found else None


def list_names(plan: Plan, workspace: Workspace | None = None) -> Catalogue:
    """List what a plan's ids stand for; the plan's own categories go before those of the workspace."""
    categories = plan.plan.categories or (workspace.categories if workspace else ())
    contacts = plan.relationships.contacts if plan.relationships else ()
    return Catalogue({item.id: item for item in categories}, {item.id: item for item in contacts})
