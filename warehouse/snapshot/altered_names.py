"""Why a file of a snapshot is not as it was written, in words for people."""

from warehouse.language import Label

ALTERED_NAMES = {
    "altered": Label("内容被改动", "changed"),
    "missing": Label("缺失", "missing"),
    "added": Label("多出的文件", "not one of its files"),
    "unreadable": Label("无法读懂", "cannot be read"),
    "order": Label("前面的行被删除，或次序被调换", "a line before it was removed, or the order was changed"),
    "lines_missing": Label("末尾的行被删除", "the last lines were removed"),
    "unsealed": Label("没有本单位密钥的印记", "not sealed with this home's key"),
    "anchor": Label("不是签名时的那份清单", "not the manifest that was signed"),
    "newer": Label("由较新版本的程序写成，请升级程序", "written by a newer release of the program: upgrade"),
}
"""By the reason of :class:`warehouse.snapshot.verify.Altered`."""
