using System.Security.Cryptography;
using System.Text;

namespace VideoGen.Sdk.Providers;

/// <summary>A one-way print of the account behind a key: equal for the same address and key, useless to whoever reads it.</summary>
internal static class AccountPrint
{
    private const int Length = 32;

    public static string? Of(string salt, Uri address, string? key) =>
        string.IsNullOrWhiteSpace(key) ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{address}\n{key.Trim()}")))[..Length];
}
