using System.Globalization;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

public sealed class WakeTests(SharedServer server) : PostgreSqlTests(server)
{
    [Fact]
    public async Task Whoever_waits_elsewhere_is_told_at_once_and_does_not_look_now_and_then()
    {
        var (here, elsewhere) = (new PostgreSqlJobStore(Schemas.Open(), null), new PostgreSqlJobStore(Schemas.Open(), null));
        await here.CreateAsync(Some.New(Some.Job()), Stop);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 41; i++)
        {
            var mark = await elsewhere.WaitForChangeAsync(0, Stop);
            var hearing = elsewhere.WaitForChangeAsync(mark, Stop);
            var began = TimeProvider.System.GetTimestamp();
            await here.CreateAsync(Some.New(Some.Job()), Stop);
            await hearing;
            waits.Add(TimeProvider.System.GetElapsedTime(began));
        }

        var median = waits.Order().ElementAt(20);
        var figure = string.Create(CultureInfo.InvariantCulture, $"from the call of enqueue to the wake in another store: median {median.TotalMilliseconds:F1} ms, longest {waits.Max().TotalMilliseconds:F1} ms");
        TestContext.Current.SendDiagnosticMessage(figure);
        // Ten on a quiet machine; a busy one must still be far from the look that goes on without word.
        Assert.True(median < TimeSpan.FromMilliseconds(250), figure);
    }
}
