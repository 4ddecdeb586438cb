using FluentValidation;

namespace Tracker.App.Accounts;

internal static class EmailRule
{
    private const int Longest = 254;
    public const string Code = "bad-email";

    public static IRuleBuilderOptions<T, string> IsEmail<T>(this IRuleBuilder<T, string> email) => email
        .Must(address => IsEmail(address)).WithErrorCode(Code).WithMessage("邮箱地址不正确。");

    public static bool IsEmail(string? address) =>
        address?.Trim() is { Length: > 2 and <= Longest } trimmed
        && trimmed.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == trimmed.LastIndexOf('@') && at < trimmed.Length - 1
        && !trimmed.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character) || character is '<' or '>' or '"' or ',');
}
