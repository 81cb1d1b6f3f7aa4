using System.CommandLine;
using System.Net;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>Where a server listens. Beyond this machine only when somebody says so: the pages are public then to whoever reaches it.</summary>
internal sealed class ServedAddress
{
    private readonly Option<string> urls = new("--urls")
    {
        Description = "Address to serve the pages on.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5180",
    };

    private readonly Option<bool> isPublic = new("--public") { Description = "Serve beyond this machine, where --urls says so. Everybody who reaches the address can read everything." };

    internal void AddTo(Command command)
    {
        command.Options.Add(urls);
        command.Options.Add(isPublic);
    }

    /// <summary>The address of the command line; fault <c>WEB-0005</c> when it is open to others and nobody said so.</summary>
    internal Parsed<string> Of(ParseResult arguments)
    {
        var text = arguments.GetRequiredValue(urls);
        var open = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(url => !IsLoopback(url));
        return open is null || arguments.GetValue(isPublic)
            ? text
            : new Fault("WEB-0005", "This address is open to other machines. Add --public if everybody who reaches it may read everything in the store.", open);
    }

    // What is no address is none of this machine either; the server says what is wrong with it.
    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Host is "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
