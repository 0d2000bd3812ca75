using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>fal signs with Ed25519. The key follows from the webhook secret, so that it survives a restart of the sandbox.</summary>
internal sealed class FalKeys
{
    public const string UserId = "sandbox-user";

    private readonly Ed25519PrivateKeyParameters _key;

    public FalKeys(World world) => _key = new(SHA256.HashData(Encoding.UTF8.GetBytes("fal\n" + world.Options.WebhookSecret)), 0);

    public Reply KeySet() => Reply.Json(200, new JsonObject
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["kty"] = "OKP",
            ["crv"] = "Ed25519",
            ["alg"] = "EdDSA",
            ["use"] = "sig",
            ["kid"] = "sandbox",
            ["x"] = Base64Url.EncodeToString(_key.GeneratePublicKey().GetEncoded()),
        }),
    });

    public IReadOnlyDictionary<string, string> Headers(string requestId, long timestamp, byte[] body)
    {
        var time = timestamp.ToString(CultureInfo.InvariantCulture);
        var message = Encoding.UTF8.GetBytes($"{requestId}\n{UserId}\n{time}\n{Convert.ToHexStringLower(SHA256.HashData(body))}");
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(message, 0, message.Length);
        return new Dictionary<string, string>
        {
            ["X-Fal-Webhook-Request-Id"] = requestId,
            ["X-Fal-Webhook-User-Id"] = UserId,
            ["X-Fal-Webhook-Timestamp"] = time,
            ["X-Fal-Webhook-Signature"] = Convert.ToHexStringLower(signer.GenerateSignature()),
        };
    }
}
