using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Providers.Pika;

namespace VideoGen.Sdk.Tests.Providers;

/// <summary>Vendors that replay under a key say which account it belongs to.</summary>
public sealed class AccountPrintTests
{
    private const string Salt = "vg-1";

    [Theory]
    [InlineData("heygen")]
    [InlineData("pika")]
    public void The_same_key_prints_alike_and_another_key_or_attempt_does_not(string vendor)
    {
        Assert.Equal(Of(vendor, "first").PrintAccount(Salt), Of(vendor, " first ").PrintAccount(Salt));
        Assert.NotEqual(Of(vendor, "first").PrintAccount(Salt), Of(vendor, "second").PrintAccount(Salt));
        Assert.NotEqual(Of(vendor, "first").PrintAccount(Salt), Of(vendor, "first").PrintAccount("vg-2"));
        Assert.DoesNotContain("first", Of(vendor, "first").PrintAccount(Salt)!, StringComparison.Ordinal);
    }

    private static IVideoProvider Of(string vendor, string key) => vendor == "heygen" ? HeyGenProvider.Create(key) : PikaProvider.Create(key);
}
