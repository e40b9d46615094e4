"""The roles of people, and what each may do."""

from enum import StrEnum

from warehouse.language import Label


class Role(StrEnum):
    """What a person is in the federation; its value is what is stored and typed."""

    LEADER = "leader"
    ANALYST = "analyst"
    OFFICE = "office"
    DEPARTMENT = "department"
    ADMIN = "admin"

    @property
    def label(self) -> Label:
        return LABELS[self]

    @property
    def is_of_a_department(self) -> bool:
        """Whether the person belongs to one department and sees nothing but its ledgers."""
        return self is Role.DEPARTMENT

    @property
    def may_hand_in(self) -> bool:
        """Whether the person may put files into the inbox and have them built."""
        return self in (Role.OFFICE, Role.DEPARTMENT, Role.ADMIN)


LABELS = {
    Role.LEADER: Label("领导", "Leader"),
    Role.ANALYST: Label("分析人员", "Analyst"),
    Role.OFFICE: Label("办公室", "Office"),
    Role.DEPARTMENT: Label("部室", "Department"),
    Role.ADMIN: Label("管理员", "Administrator"),
}

EVERYONE = frozenset(Role)
ALL_BUT_DEPARTMENTS = EVERYONE - {Role.DEPARTMENT}
WHO_HAND_IN = frozenset(role for role in Role if role.may_hand_in)
AT_THE_DESK = frozenset({Role.ANALYST, Role.OFFICE, Role.ADMIN})
"""Who may ask questions of their own."""
ADMINISTRATORS = frozenset({Role.ADMIN})
