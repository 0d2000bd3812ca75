using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoGen.Sdk.Testing.Sandbox.Faults;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Files;

/// <summary>Signed links that die: each call hands out a new one, as vendors do.</summary>
internal sealed class Links(World world)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string To(SandboxTask task, string name = "video.mp4", TimeSpan? lifetime = null)
    {
        var born = task.Flaws.FirstOrDefault(flaw => flaw.Kind == SandboxFaultKind.ExpiredLink);
        if (born is not null)
        {
            task.Flaws.Remove(born); // only the first link is dead; asking again mends it
        }

        var dead = born is not null || world.Faults.Strike(task.Vendor, SandboxOperation.Status, FaultPoint.Link).Count > 0;
        var life = dead ? TimeSpan.FromMinutes(-1) : lifetime ?? world.Options.LinkLifetime;
        var expires = world.Now.Add(life).ToUnixTimeSeconds();
        var path = $"/{task.Vendor}/files/{Uri.EscapeDataString(task.Id)}/{name}";
        return string.Create(CultureInfo.InvariantCulture, $"{task.Origin}{path}?expires={expires}&signature={Sign(task.Vendor, task.Id, name, expires)}");
    }

    public bool IsGenuine(string vendor, string id, string name, long expires, string? signature) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature),
            Encoding.ASCII.GetBytes(Sign(vendor, id, name, expires)));

    private string Sign(string vendor, string id, string name, long expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{vendor}\n{id}\n{name}\n{expires}")));
}
