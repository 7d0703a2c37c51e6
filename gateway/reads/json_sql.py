"""SQL/JSON building blocks, and the SQL compiler that writes them out under the rules of visibility.

Everything here that leans on undocumented parts of SQLAlchemy stands in `PlanCompiler`, each in a named method.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement, FromClause, Select, Table, inspect
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.postgresql.base import PGCompiler
from sqlalchemy.sql.elements import BindParameter, _truncated_label

from schema.sources import Param, Readable, Row

HOLE = "E'\\tnull'::json"
"""A null where the schema promised a value. JSON text from Postgres never holds a raw tab, so one tab betrays it."""

Rules = Callable[[type], Callable[[Row], ColumnElement[bool] | None]]
"""The visibility rule of a model for one kind of viewer; a rule that yields None lets everything through."""


class JsonElement(ColumnElement[Any]):
    """A JSON value built by SQL; it never joins its parts' tables to a FROM list, whose makers name them."""

    inherit_cache = False
    _traverse_internals: list[Any] = []
    type = JSON()


class JsonObject(JsonElement):
    """`json_object('title' value …, …)`, keys in the order given."""

    __visit_name__ = "json_object"

    def __init__(self, members: Sequence[tuple[str, ColumnElement[Any]]]) -> None:
        self.members = members


class JsonArray(JsonElement):
    """`json_agg(… order by …) filter (where …)`, an empty array where there are no rows."""

    __visit_name__ = "json_array"

    def __init__(
        self,
        item: ColumnElement[Any],
        order: Sequence[ColumnElement[Any]] = (),
        where: ColumnElement[bool] | None = None,
    ) -> None:
        self.item, self.order, self.where = item, order, where


class Hole(JsonElement):
    """A value that the schema promises and SQL cannot: written so that a null is noticed in the answer."""

    __visit_name__ = "hole"

    def __init__(self, value: ColumnElement[Any]) -> None:
        self.value = value


class PlanCompiler(PGCompiler):
    """Writes one read as SQL: only `Param`s stay binds, every ruled table is read under its rule, lower case."""

    def __init__(
        self, dialect: Any, statement: Any, *arguments: Any, rules: Rules | None = None, **options: Any
    ) -> None:
        self.rules = rules
        self.arriving: dict[str, Param] = {}
        self.tables_read: Counter[tuple[str, str]] = Counter()
        self.tables_ruled: Counter[str] = Counter()
        super().__init__(dialect, statement, *arguments, **options)

    def visit_json_object(self, element: JsonObject, **options: Any) -> str:
        members = (f"{_quoted(name)} value {self.process(value, **options)}" for name, value in element.members)
        return f"json_object({', '.join(members)} returning json)"

    def visit_json_array(self, element: JsonArray, **options: Any) -> str:
        order = ", ".join(self.process(key, **options) for key in element.order)
        rows = f"{self.process(element.item, **options)}{f' order by {order}' if order else ''}"
        where = "" if element.where is None else f" filter (where {self.process(element.where, **options)})"
        return f"coalesce(json_agg({rows}){where}, '[]'::json)"

    def visit_hole(self, element: Hole, **options: Any) -> str:
        return f"coalesce(to_json({self.process(element.value, **options)}), {HOLE})"

    def visit_readable(self, element: Readable, **options: Any) -> str:
        """The rule of a row's table in its place, and a note that this use of the table has one."""
        source = inspect(element.row)
        self.tables_ruled[self._name_of(source.selectable)] += 1
        assert self.rules is not None
        condition = self.rules(source.mapper.class_)(element.row)
        return "true" if condition is None else f"({self.process(condition, **options)})"

    def note_weighed(self, source: FromClause) -> None:
        """A rule looks at this use of a table whoever asks."""
        self.tables_ruled[self._name_of(source)] += 1

    def visit_bindparam(self, bindparam: BindParameter[Any], *arguments: Any, **options: Any) -> str:
        """Values of the code become constants, so that partial indexes serve plans made for every value."""
        if isinstance(bindparam, Param):
            self.arriving[bindparam.key] = bindparam
        else:
            options["literal_binds"] = True
        return str(super().visit_bindparam(bindparam, *arguments, **options))  # type: ignore[no-untyped-call]

    def visit_table(self, table: Table, asfrom: bool = False, *arguments: Any, **options: Any) -> str:
        """A table in a FROM list, which must also appear among the ruled."""
        if asfrom:
            alias = options.get("enclosing_alias")
            source = alias if alias is not None and alias.element is table else table
            self.tables_read[table.name, self._name_of(source)] += 1
        return str(super().visit_table(table, asfrom, *arguments, **options))  # type: ignore[no-untyped-call]

    def _name_of(self, source: FromClause) -> str:
        """The name under which the statement reads a table: SQLAlchemy settles it while it writes."""
        name = getattr(source, "name", "")
        return self._truncated_identifier("alias", name) if isinstance(name, _truncated_label) else str(name)

    def _enclosing_correlate_froms(self, entry: Any, asfrom: bool, lateral: bool) -> Any:
        """A row of any enclosing statement may be named anywhere below it, also in a derived table.

        SQLAlchemy by itself correlates with the next enclosing statement only; a resolver cannot know how deep it
        will stand.
        """
        explicit, _ = super()._enclosing_correlate_froms(entry, asfrom, lateral)
        return explicit, explicit


class ReadsDialect(PGDialect_asyncpg):
    """The dialect of reads: asyncpg's, with the compiler above."""

    statement_compiler: Any = PlanCompiler


DIALECT: Any = ReadsDialect()  # type: ignore[no-untyped-call]


def write_sql(statement: Select[Any], rules: Rules) -> PlanCompiler:
    """A statement as text with its params in order of their numbers; refuses a table read past its rule."""
    written = PlanCompiler(DIALECT, statement, rules=rules)
    unruled = [table for (table, name), times in written.tables_read.items() if written.tables_ruled[name] < times]
    if unruled:
        raise LookupError(f"read without a visibility rule: {', '.join(unruled)}; use readable()")
    return written


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
