"""What every part of a plan has in common: it is frozen, knows no unknown keys, and each field says who may see it."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

Audience = Literal["customer", "internal"]

_UNSET: Any = object()


def _field(audience: Audience, english: str, chinese: str, default: Any, example: Any, link: str, **limits: Any) -> Any:
    extra: dict[str, Any] = {"x-audience": audience, "x-description": {"en": english, "zh": chinese}}
    if link:
        extra["x-link"] = link
    if default is not _UNSET:
        limits["default"] = default
    return Field(
        description=f"{chinese} · {english}",
        examples=None if example is None else [example],
        json_schema_extra=extra,
        **limits,
    )


def shared(
    english: str, chinese: str, default: Any = _UNSET, *, example: Any = None, link: str = "", **limits: Any
) -> Any:
    """Declare a field that the customer may see, with its description in both languages.

    Without ``default`` the field is required. ``link`` names the list of items (``"objectives"``, ``"contacts"``…)
    that the field's ids point into.
    """
    return _field("customer", english, chinese, default, example, link, **limits)


def internal(
    english: str,
    chinese: str,
    default: Any = None,
    *,
    required: bool = False,
    example: Any = None,
    link: str = "",
    **limits: Any,
) -> Any:
    """Declare a field that stays with the supplier.

    Its default means "absent", so that the customer's plan is a whole plan without it. Only a part that is
    internal as a whole may have ``required`` internal fields.
    """
    return _field("internal", english, chinese, _UNSET if required else default, example, link, **limits)


class Part(BaseModel):
    """A mapping in a plan file: a section, an item or a row."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, protected_namespaces=())

    audience: Literal["internal"] | None = shared(
        "`internal` keeps this whole part out of the customer edition.",
        "写 `internal` 表示整个部分不出现在客户版。",
        None,
        example="internal",
    )
    internal: tuple[str, ...] = shared(
        "Names of fields of this part that stay out of the customer edition.",
        "本部分中不出现在客户版的字段名。",
        (),
        example=["value"],
    )

    @model_validator(mode="after")
    def _can_be_tightened(self) -> "Part":
        for name in self.internal:
            field = type(self).model_fields.get(name)
            if field is None:
                raise PydanticCustomError("E220", "no field {field}", {"field": name})
            if field.is_required():
                raise PydanticCustomError("E221", "{field} is required", {"field": name})
        return self


def audience_of(field: FieldInfo) -> Audience:
    """Return who may see a field; a field that does not say so is internal."""
    extra = field.json_schema_extra
    return extra.get("x-audience", "internal") if isinstance(extra, Mapping) else "internal"  # type: ignore[return-value]


def link_of(field: FieldInfo) -> str | None:
    """Return the list of items that a field's ids point into, or None for a field that holds no ids."""
    extra = field.json_schema_extra
    return extra.get("x-link") if isinstance(extra, Mapping) else None  # type: ignore[return-value]
