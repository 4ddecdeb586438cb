using System.Globalization;
using System.Text;

namespace Tracker.App.Mail;

/// <summary>An address as headers and servers can have it.</summary>
internal static class AsciiAddress
{
    /// <summary>What an address gets as an answer that has none.</summary>
    public static readonly HandOver Missing = new(HandOverOutcome.Refused, "the address is not ASCII");

    /// <summary>A domain in other letters is written as servers know it.</summary>
    /// <returns>Null where the part before the @ is in other letters, or where anything in it could end a line or an address.</returns>
    public static string? Of(string address)
    {
        var at = address.LastIndexOf('@');
        try
        {
            var ascii = address[..(at + 1)] + new IdnMapping().GetAscii(address[(at + 1)..]);
            return Ascii.IsValid(ascii) && !ascii.Any(character => char.IsControl(character) || character is ' ' or '<' or '>' or ',') ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
