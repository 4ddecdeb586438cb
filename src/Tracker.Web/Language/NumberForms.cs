using System.Globalization;

namespace Tracker.Web.Language;

/// <summary>
/// Lets words follow a number: <c>{0} {0:commitment|commitments}</c> says “1 commitment” and “2 commitments”. The number itself may be a
/// number or written out already. Languages whose words do not follow numbers need nothing of it.
/// </summary>
internal sealed class NumberForms : IFormatProvider, ICustomFormatter
{
    public const char Or = '|';
    public static readonly NumberForms Instance = new();

    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType!);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        var written = arg is IFormattable number
            ? number.ToString(format?.Contains(Or) == true ? null : format, CultureInfo.InvariantCulture)
            : arg?.ToString() ?? "";
        if (format?.Split(Or) is not [var one, var many]) return written;
        return written == "1" ? one : many;
    }
}
