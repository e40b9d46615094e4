"""Every sentence of the sign-in page, in both languages."""

from warehouse.language import Label

PRODUCT = Label("工会数据一本账", "The federation's one book of figures")
TITLE = Label("登录", "Sign in")
NAME = Label("姓名", "Name")
PASSWORD = Label("密码", "Password")
SUBMIT = Label("登录", "Sign in")
OTHER_LANGUAGE = Label("English", "中文")
WRONG = Label("姓名或密码不对，请重试", "The name or the password is wrong; try again")
WAIT = Label("连续输错次数过多，请在{seconds}秒后再试", "Too many wrong tries: try again in {seconds} seconds")
SIGNED_OUT = Label("已退出登录", "You have signed out")
SIGN_OUT = Label("退出登录", "Sign out")
ENDED = Label("登录已到期，请重新登录", "Your session has ended; sign in again")
SIGN_IN_ELSEWHERE = Label("用单位统一身份登录", "Sign in with the organisation's account")
NOT_KNOWN = Label(
    "{name} 还没有获准使用本系统；请联系管理员", "{name} may not use this system yet; ask the administrator"
)
NOT_FROM_PROXY = Label(
    "没有收到登录信息；请从单位的统一入口进入", "Nobody is signed in: come through the organisation's portal"
)
FIRST_TITLE = Label("建立第一位管理员", "Make the first administrator")
FIRST_INTRO = Label(
    "还没有任何人可以登录。请输入启动程序的终端里显示的一次性代码，并为第一位管理员设置姓名和密码。",
    "Nobody can sign in yet. Type the one-time code shown in the terminal that started the program, and choose a name "
    "and a password for the first administrator.",
)
CODE = Label("一次性代码", "One-time code")
FIRST_SUBMIT = Label("建立并登录", "Make and sign in")
WRONG_CODE = Label("一次性代码不对，请看启动程序的终端", "The one-time code is wrong: look at the terminal")
TERMINAL = Label(
    "还没有人员。请在登录页用这个一次性代码建立第一位管理员：{code}",
    "There are no people yet. Make the first administrator on the sign-in page with this one-time code: {code}",
)
REFUSED = Label("不允许的请求", "The request is not allowed")
NO_SESSION = Label("请先登录", "Sign in first")
GO_ON = Label("继续", "Go on")
NOT_COMPLETED = Label("登录没有完成，请重新登录", "The sign-in was not completed: sign in again")
PROVIDER_UNAVAILABLE = Label(
    "统一身份认证暂时无法使用；请稍后再试，或联系管理员",
    "The organisation's sign-in does not answer: try again later, or ask the administrator",
)
NO_LOG = Label(
    "操作日志写不进去，暂时不能登录；请联系管理员（unionkpi audit verify）",
    "The audit log cannot be written, so nobody can sign in: ask the administrator (unionkpi audit verify)",
)
