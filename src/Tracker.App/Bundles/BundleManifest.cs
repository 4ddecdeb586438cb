using System.Security.Cryptography;
using System.Text;
using Tracker.App.Contract;

namespace Tracker.App.Bundles;

/// <summary>清单: the other parts of a bundle, each with its hash.</summary>
public sealed record BundleManifest(string Format, string Commitment, IReadOnlyList<BundleManifest.Part> Parts)
{
    public const string CurrentFormat = "tracker-bundle/1";

    public sealed record Part(string Name, int Bytes, string Sha256)
    {
        public static Part Of(string name, byte[] content) => new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <param name="parts">Without the manifest itself.</param>
    public static BundleManifest Of(string commitmentId, IEnumerable<(string Name, byte[] Content)> parts) =>
        new(CurrentFormat, commitmentId, [.. parts.Select(part => Part.Of(part.Name, part.Content))]);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ContractJson.Write(this) + "\n");
}
