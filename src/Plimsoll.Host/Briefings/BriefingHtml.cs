using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Plimsoll.Host.Briefings;

/// <summary>A briefing as one HTML file.</summary>
internal static class BriefingHtml
{
    internal static async Task<string> WriteAsync(Briefing briefing)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(BriefingSheet.Briefing)] = briefing });
            return (await renderer.RenderComponentAsync<BriefingSheet>(parameters)).ToHtmlString();
        });
    }
}
