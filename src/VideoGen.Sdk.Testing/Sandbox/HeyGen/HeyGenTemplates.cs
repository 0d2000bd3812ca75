using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary><c>POST /v3/templates/{id}</c>: answers with a whole video object, whose id is <c>id</c>.</summary>
internal sealed class HeyGenTemplates(World world, HeyGenDesk desk, HeyGenLibrary library, IVendor vendor)
{
    private const int Seconds = 10;

    public async Task<Reply> Create(HttpContext http)
    {
        library.DemandTemplate(http.Route("id"));
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        HeyGenErrors.Demand(HeyGenRules.Template, body);
        var size = body["dimension"] is { } asked ? ClipShape.Of(asked.Whole("width")!.Value, asked.Whole("height")!.Value, Seconds)
            : ClipShape.Of(1920, 1080, Seconds);
        if (body["dimension"] is { } sides && (sides.Whole("width") != size.Width || sides.Whole("height") != size.Height
            || size.Width * 9 != size.Height * 16))
        {
            throw HeyGenErrors.Invalid("dimension", "must be even and keep the template's ratio of 16:9");
        }

        var task = desk.Take(http, HeyGenProduct.Template, body, size, HeyGenPrices.Presenter(photo: false, avatarIII: false, is4K: false));
        return HeyGenErrors.Ok(HeyGenWire.Video(task, task.State, world.Links));
    }
}
