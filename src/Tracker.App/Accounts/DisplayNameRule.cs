using FluentValidation;

namespace Tracker.App.Accounts;

internal static class DisplayNameRule
{
    private const int Longest = 40;
    private const string Code = "bad-name";

    /// <summary>May be empty. An address would be shown to everyone, which is what the name is there to prevent.</summary>
    public static IRuleBuilderOptions<T, string> IsDisplayName<T>(this IRuleBuilder<T, string> name) => name
        .Must(given => given is not null && given.Trim().Length <= Longest && !given.Any(character => char.IsControl(character) || character is '@' or '＠'))
        .WithErrorCode(Code).WithMessage("显示名称最多40个字符，公开可见，不要填写邮箱地址。");
}
