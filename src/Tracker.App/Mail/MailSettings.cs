using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Tracker.App.Accounts;
using Tracker.Data;

namespace Tracker.App.Mail;

/// <summary>How mail leaves, and what its links point at.</summary>
/// <param name="Host">Null where mail is put into <paramref name="PickupDirectory"/> instead.</param>
/// <param name="User">Empty where the server asks for no login.</param>
/// <param name="From">Address that mail comes from.</param>
/// <param name="UseTls">Whether nothing is said to a server before the connection is encrypted.</param>
/// <param name="TrustedCertificate">PEM file of an authority to trust for this server alone; null for those that the machine trusts.</param>
/// <param name="SiteAddress">Where readers find the site, without a slash at the end.</param>
/// <param name="PerMinute">Most mails in a minute.</param>
/// <param name="Timeout">Longest wait for one answer of the server.</param>
/// <param name="Lease">After this a mail that is still being sent was left by a sender that died.</param>
public sealed record MailSettings(
    string? Host, int Port, string User, string Password, string From, bool UseTls, string? TrustedCertificate, string PickupDirectory, string SiteAddress,
    int PerMinute, TimeSpan Timeout, TimeSpan Lease)
{
    private const int TlsFromTheStart = 465;
    private const int Submission = 587;

    /// <summary>Whether the connection is encrypted before the server says anything.</summary>
    public bool IsTlsFromTheStart => UseTls && Port == TlsFromTheStart;

    /// <summary>Reads <c>Tracker:Mail:…</c> and <c>Tracker:SiteAddress</c>.</summary>
    /// <exception cref="DatabaseSettingsException">One is wrong; the message says which and what to do.</exception>
    public static MailSettings Of(IConfiguration? configuration, string dataDirectory)
    {
        string? Read(string name) => configuration?[$"Tracker:Mail:{name}"] is { Length: > 0 } value ? value : null;

        var host = Read("Host");
        var site = configuration?["Tracker:SiteAddress"] is { Length: > 0 } given ? given.TrimEnd('/') : "http://localhost:5080";
        if (!Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length + address.Fragment.Length > 0)
        {
            throw new DatabaseSettingsException($"Tracker__SiteAddress is '{site}': use the address that readers open, such as https://tracker.example.org.");
        }

        var from = Read("From") ?? $"tracker@{(address.HostNameType == UriHostNameType.Dns ? address.IdnHost : "localhost")}";
        if (!EmailRule.IsEmail(from)) throw new DatabaseSettingsException($"Tracker__Mail__From is '{from}': use an e-mail address.");

        var useTls = Read("UseTls") is not { } text || (bool.TryParse(text, out var flag)
            ? flag
            : throw new DatabaseSettingsException($"Tracker__Mail__UseTls is '{text}': use true or false."));
        if (!useTls && host is not null && !IsLoopback(host))
        {
            throw new DatabaseSettingsException($"Tracker__Mail__UseTls is false for {host}: mail goes unencrypted to this machine only. Remove the setting.");
        }

        var certificate = Read("TrustedCertificate");
        if (certificate is not null && !File.Exists(certificate))
        {
            throw new DatabaseSettingsException($"Tracker__Mail__TrustedCertificate is '{certificate}': there is no such file.");
        }

        var timeout = TimeSpan.FromSeconds(Number("TimeoutSeconds", 30, 600));
        return new MailSettings(
            host, Number("Port", Submission, ushort.MaxValue), Read("User") ?? "", Read("Password") ?? "", from, useTls, certificate,
            Read("PickupDirectory") ?? Path.Combine(dataDirectory, "mail"), address.GetLeftPart(UriPartial.Path).TrimEnd('/'),
            Number("PerMinute", 120, 100_000), timeout, TimeSpan.FromSeconds(Number("LeaseSeconds", 600, 86_400)));

        int Number(string name, int otherwise, int most) => Read(name) is not { } value
            ? otherwise
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
                ? number
                : throw new DatabaseSettingsException($"Tracker__Mail__{name} is '{value}': use a whole number from 1 to {most}.");
    }

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
