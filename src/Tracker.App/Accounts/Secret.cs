using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.App.Accounts;

/// <summary>Random secrets that are handed out once. Only their hashes are stored: with 256 random bits a plain hash is enough.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <returns>43 characters that need no escaping in an address.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>SHA-256, 64 lower-case hexadecimal digits.</returns>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
