using System.Text.Json.Nodes;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Tests.Queue;

/// <summary>Payloads of every release lie beside this test and must stay readable. A release adds a file; no file ever changes.</summary>
public sealed class JobPayloadTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Queue", "Payloads");

    public static TheoryData<string> Kept => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_payload_of_an_earlier_release_loses_nothing_when_it_is_read_and_saved_again(string file)
    {
        var kept = File.ReadAllBytes(Path.Combine(Folder, file));

        MustHold(JsonNode.Parse(kept), JsonNode.Parse(JobPayload.Write(JobPayload.Read(kept))), "$");
    }

    [Fact]
    public void The_present_form_has_a_kept_payload() => Assert.Contains(Kept, row => row.Data.StartsWith($"job-{JobPayload.Version}-", StringComparison.Ordinal));

    [Fact]
    public void A_payload_is_written_and_read_without_loss()
    {
        var full = FullJob.Create();
        Filled.MustBe(full);

        Same.MustBe(full, JobPayload.Read(JobPayload.Write(full)));
    }

    private static void MustHold(JsonNode? kept, JsonNode? now, string path)
    {
        switch (kept)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    MustHold(value, now?[name], $"{path}.{name}");
                }

                break;
            case JsonArray elements:
                Assert.Equal(elements.Count, now?.AsArray().Count);
                for (var i = 0; i < elements.Count; i++)
                {
                    MustHold(elements[i], now![i], $"{path}[{i}]");
                }

                break;
            default:
                Assert.True(JsonNode.DeepEquals(kept, now), $"{path}: {kept} became {now}");
                break;
        }
    }
}
