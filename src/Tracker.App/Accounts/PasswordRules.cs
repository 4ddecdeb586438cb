using Microsoft.AspNetCore.Identity;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>Refuses passwords that are easily guessed though they are long enough. No kind of character is asked for.</summary>
public sealed class PasswordRules : IPasswordValidator<UserAccount>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int FewestDifferent = 5;

    /// <summary>Shorter parts of an address turn up in good passwords by chance.</summary>
    private const int ShortestTellingName = 4;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"];
    private static readonly string[] WellKnown = ["password", "passw0rd", "administrator", "letmein", "welcome", "iloveyou", "woaini", "qwerty", "admin", "tracker", "changeme"];

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password)
    {
        var given = password ?? "";
        if (given.Length > Longest)
        {
            return Refuse("password-too-long", $"The password is longer than {Longest} characters.");
        }

        return IsEasilyGuessed(given.ToLowerInvariant(), user.Email?.Split('@')[0].ToLowerInvariant() ?? "")
            ? Refuse("password-too-easy", "The password is easily guessed: it repeats itself, follows the keyboard, is widely used or holds the e-mail address's name.")
            : Task.FromResult(IdentityResult.Success);
    }

    private static bool IsEasilyGuessed(string password, string name) =>
        password.Distinct().Count() < FewestDifferent
        || IsRepetition(password)
        || Rows.Any(row => FollowsRow(password, row))
        || WellKnown.Any(word => IsMostly(password, word))
        || (name.Length >= ShortestTellingName && password.Contains(name, StringComparison.Ordinal));

    private static bool IsRepetition(string password) =>
        Enumerable.Range(1, password.Length / 2).Any(period => password.Select((character, i) => character == password[i % period]).All(same => same));

    private static bool FollowsRow(string password, string row)
    {
        var endless = string.Concat(Enumerable.Repeat(row, (Longest / row.Length) + 2));
        return endless.Contains(password, StringComparison.Ordinal)
            || string.Concat(endless.Reverse()).Contains(password, StringComparison.Ordinal);
    }

    /// <summary>The word with a few digits or signs about it, or written several times over.</summary>
    private static bool IsMostly(string password, string word)
    {
        var rest = password.Replace(word, "", StringComparison.Ordinal);
        return rest.Length < password.Length && rest.All(character => !char.IsLetter(character)) && rest.Length <= 8;
    }

    private static Task<IdentityResult> Refuse(string code, string description) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = description }));
}
