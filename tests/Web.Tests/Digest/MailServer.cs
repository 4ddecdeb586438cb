using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Tracker.Web.Tests.Cli;
using Repository = Tracker.Core.Tests.Conventions.Repository;

namespace Tracker.Web.Tests.Digest;

/// <summary>A real SMTP server on loopback, a process of its own, and what it was sent.</summary>
internal sealed class MailServer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tracker-mail-");
    private readonly Process _process;

    private MailServer(params string[] options)
    {
        Certificate = Path.Combine(_folder.FullName, "cert.pem");
        if (options.Contains("--tls"))
        {
            MakeCertificate();
            options = [.. options.TakeWhile(option => option != "--tls"), "--tls", Certificate, KeyFile, .. options.SkipWhile(option => option != "--tls").Skip(1)];
        }

        _process = Process.Start(new ProcessStartInfo(Python, [Repository.PathOf("tests", "Web.Tests", "Digest", "smtp_server.py"), _folder.FullName, .. options])
        {
            RedirectStandardOutput = true,
        })!;
        Port = int.Parse(_process.StandardOutput.ReadLine().ShouldNotBeNull("the mail server did not start: it needs python3-aiosmtpd"), CultureInfo.InvariantCulture);
    }

    /// <summary>Null where the package is there.</summary>
    public static string? MissingBecause => Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd") ? null : "python3-aiosmtpd is not installed";

    public int Port { get; }

    /// <summary>Self-signed, for localhost and 127.0.0.1.</summary>
    public string Certificate { get; }

    private string KeyFile => Path.Combine(_folder.FullName, "key.pem");

    public static MailServer Start(params string[] options) => new(options);

    /// <summary>Those whose line is whole: the server may be writing the next one.</summary>
    public IReadOnlyList<Received> Mails => File.Exists(MailsFile)
        ? [.. File.ReadAllText(MailsFile).Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<Received>(line, JsonSerializerOptions.Web)!)]
        : [];

    private string MailsFile => Path.Combine(_folder.FullName, "mails");

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public sealed record Received(
        string[] To, string From, bool Tls, bool Login, string Type, string[][] Headers, string[][] Parts, string[] Defects, int Longest, bool Ascii)
    {
        public string Header(string name) => Headers.Single(header => header[0] == name)[1];

        public string Part(string type) => Parts.Single(part => part[0] == type)[1];
    }
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class MailFactAttribute : FactAttribute
{
    public MailFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : MailServer.MissingBecause;
}
