using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Providers;

/// <summary>Writes the part of a model catalogue that scripted providers need.</summary>
public static class ScriptedCatalogue
{
    /// <summary>A catalogue with one more provider, whose one model takes any usual request.</summary>
    /// <param name="json">The catalogue so far; null for none.</param>
    /// <param name="provider">Name of the provider.</param>
    public static string With(string? json, string provider)
    {
        var document = JsonNode.Parse(json ?? """{ "schema": 1, "providers": [] }""")!;
        var providers = document["providers"]!.AsArray();
        if (!providers.Any(p => (string?)p!["name"] == provider))
        {
            providers.Add(new JsonObject { ["name"] = provider, ["models"] = new JsonArray(Model()) });
        }

        return document.ToJsonString();
    }

    private static JsonNode Model() => JsonNode.Parse("""
        {
          "id": "model",
          "promptLimit": 2000,
          "typicalRun": "00:01:00",
          "longestRun": "01:00:00",
          "offers": [
            {
              "operations": [ "TextToVideo", "ImageToVideo" ],
              "seconds": [ 5, 10, 15 ],
              "defaultSeconds": 5,
              "ratios": [ "9:16", "16:9", "1:1" ],
              "resolutions": [ "720p", "1080p" ],
              "inputs": { "FirstFrame": 1, "LastFrame": 1 },
              "prices": [ { "perSecondUsd": 0.05 } ]
            }
          ]
        }
        """)!;
}
