"""What the audit log knows to tell, with its names for people."""

from enum import StrEnum

from warehouse.language import Label


class Action(StrEnum):
    """An action as the log writes it."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    OPENED = "opened"
    TRACED = "traced"
    QUERIED = "queried"
    QUERY_SAVED = "query_saved"
    QUERY_SHARED = "query_shared"
    QUERY_WITHDRAWN = "query_withdrawn"
    QUERY_DELETED = "query_deleted"
    EXPORTED = "exported"
    HANDED_IN = "handed_in"
    TAKEN_BACK = "taken_back"
    BUILT = "built"
    ROLLED_BACK = "rolled_back"
    CORRECTED = "corrected"
    REPORTED = "reported"
    SNAPSHOT_CREATED = "snapshot_created"
    SNAPSHOT_EDITED = "snapshot_edited"
    SNAPSHOT_REVIEWED = "snapshot_reviewed"
    SNAPSHOT_RETURNED = "snapshot_returned"
    SNAPSHOT_ISSUED = "snapshot_issued"
    SNAPSHOT_DELETED = "snapshot_deleted"
    PERSON_ADDED = "person_added"
    PERSON_DISABLED = "person_disabled"
    PERSON_ENABLED = "person_enabled"
    ROLE_CHANGED = "role_changed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an action
    BACKED_UP = "backed_up"
    RESTORED = "restored"

    @property
    def label(self) -> Label:
        return LABELS[self]


LABELS = {
    Action.SIGNED_IN: Label("登录", "Signed in"),
    Action.SIGN_IN_FAILED: Label("登录失败", "Sign-in failed"),
    Action.SIGNED_OUT: Label("退出", "Signed out"),
    Action.REFUSED: Label("拒绝访问", "Refused"),
    Action.OPENED: Label("查看涉及个人的明细", "Opened details about people"),
    Action.TRACED: Label("追溯到单元格", "Traced to cells"),
    Action.QUERIED: Label("查询", "Queried"),
    Action.QUERY_SAVED: Label("保存查询", "Saved a query"),
    Action.QUERY_SHARED: Label("共享查询", "Shared a query"),
    Action.QUERY_WITHDRAWN: Label("取消共享查询", "Shared a query no longer"),
    Action.QUERY_DELETED: Label("删除查询", "Deleted a query"),
    Action.EXPORTED: Label("导出", "Exported"),
    Action.HANDED_IN: Label("报送文件", "Handed in a file"),
    Action.TAKEN_BACK: Label("撤回文件", "Took a file back"),
    Action.BUILT: Label("生成版本", "Built a version"),
    Action.ROLLED_BACK: Label("退回版本", "Went back to a version"),
    Action.CORRECTED: Label("更正", "Corrected"),
    Action.REPORTED: Label("起草报告", "Drafted a report"),
    Action.SNAPSHOT_CREATED: Label("填报快照", "Made a snapshot"),
    Action.SNAPSHOT_EDITED: Label("改写快照的句子", "Edited a sentence of a snapshot"),
    Action.SNAPSHOT_REVIEWED: Label("审核快照", "Reviewed a snapshot"),
    Action.SNAPSHOT_RETURNED: Label("退回快照", "Returned a snapshot"),
    Action.SNAPSHOT_ISSUED: Label("签发快照", "Issued a snapshot"),
    Action.SNAPSHOT_DELETED: Label("删除快照草稿", "Deleted the draft of a snapshot"),
    Action.PERSON_ADDED: Label("新增人员", "Added a person"),
    Action.PERSON_DISABLED: Label("停用人员", "Disabled a person"),
    Action.PERSON_ENABLED: Label("启用人员", "Enabled a person"),
    Action.ROLE_CHANGED: Label("变更角色", "Changed a role"),
    Action.PASSWORD_CHANGED: Label("修改密码", "Changed a password"),
    Action.BACKED_UP: Label("备份", "Backed up"),
    Action.RESTORED: Label("恢复", "Restored"),
}
