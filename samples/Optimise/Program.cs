using Optimise;
using VideoGen.Sdk;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media;

Arguments arguments;
try
{
    arguments = Arguments.Read(args);
}
catch (Exception fault) when (fault is FormatException or InvalidVideoRequestException)
{
    return Say(fault.Message + " " + Arguments.Usage, 2);
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
try
{
    var media = FfmpegMediaProcessor.Create(new MediaOptions { Fit = arguments.Fit });
    var request = new ConformRequest { InputPath = arguments.Input, OutputPath = arguments.Output, Platform = arguments.Platform, AlwaysWrite = true };
    var result = await media.ConformAsync(request, cancellationToken: stop.Token);
    Console.WriteLine(ResultLine.Of(result, arguments.Output).ToJson());
    return 0;
}
catch (VideoGenerationException fault)
{
    return Say(fault.Message, 1);
}
catch (OperationCanceledException)
{
    return Say("Cancelled; nothing was written.", 1);
}

static int Say(string words, int exitCode)
{
    Console.Error.WriteLine(words.ReplaceLineEndings(" "));
    return exitCode;
}
