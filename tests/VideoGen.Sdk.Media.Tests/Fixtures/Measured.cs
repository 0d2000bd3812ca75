using VideoGen.Sdk.Media.Probing;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

internal static class Measured
{
    public static Task<Inspection> FileAsync(string path) =>
        new Inspector(new RecordingRunner(), new MediaOptions()).InspectAsync(path, TestContext.Current.CancellationToken);
}
