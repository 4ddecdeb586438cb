using System.Globalization;
using FluentValidation.Resources;

namespace Tracker.App.Behaviours;

/// <summary>What a validator says where a rule has no sentence of its own: Chinese, as all refusals are inside.</summary>
internal sealed class RefusalWords : LanguageManager
{
    private const string Rule = "Validator";

    /// <param name="key">A rule's name, or the error code that a rule was given: of those nothing is known here.</param>
    public override string GetString(string key, CultureInfo? culture = null) => key switch
    {
        "NotEmptyValidator" or "NotNullValidator" => "{PropertyName}不能缺。",
        "MaximumLengthValidator" => "{PropertyName}最多{MaxLength}字。",
        "InclusiveBetweenValidator" => "{PropertyName}要在{From}至{To}之间。",
        "EnumValidator" => "{PropertyName}没有这个取值。",
        _ => key.EndsWith(Rule, StringComparison.Ordinal) ? "{PropertyName}不符合要求。" : "",
    };
}
