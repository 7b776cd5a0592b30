using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Access.People;

/// <summary>Secrets that open something: 256 random bits, of which only the hash is kept.</summary>
internal static class Secrets
{
    /// <summary>A new one, fit for addresses.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it. So long a secret needs no salt and no slow hash.</summary>
    public static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
