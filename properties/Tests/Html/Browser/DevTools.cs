using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IoSpec.Tests.Html.Browser;

/// <summary>A page of a browser, through the protocol of its developer tools.</summary>
internal sealed class DevTools : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new(Patience);
    private string? _session;
    private int _last;

    /// <summary>What the page has reported: consoles, exceptions, requests.</summary>
    public List<JsonNode> Events { get; } = [];

    /// <summary>Opens a page.</summary>
    /// <param name="port">The port of the browser.</param>
    /// <param name="path">The path that the browser has named.</param>
    public async Task Open(int port, string path)
    {
        var address = new UriBuilder("ws", IPAddress.Loopback.ToString(), port, path).Uri;
        await _socket.ConnectAsync(address, _end.Token);
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await Send(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true });
        _session = (string)attached["sessionId"]!;
        foreach (var domain in (string[])["Page", "Runtime", "Network", "Log"]) await Send($"{domain}.enable");
    }

    /// <summary>Loads a file and waits until it is there.</summary>
    public async Task Load(string file)
    {
        Events.Clear();
        await Send("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
        while (Events.TrueForAll(e => (string)e["method"]! != "Page.loadEventFired")) await Receive();
    }

    /// <summary>Sets the size of the window, and whether the user prefers the dark.</summary>
    public async Task Show(int width, bool isDark)
    {
        await Send("Emulation.setDeviceMetricsOverride", new JsonObject
        {
            ["width"] = width,
            ["height"] = 900,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        });
        await Send("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject
            {
                ["name"] = "prefers-color-scheme",
                ["value"] = isDark ? "dark" : "light",
            }),
        });
    }

    /// <summary>The value of an expression.</summary>
    public async Task<JsonNode?> Value(string expression)
    {
        var answer = await Send("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression,
            ["returnByValue"] = true,
            ["awaitPromise"] = true,
        });
        Assert(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"];
    }

    /// <summary>What the window shows, as PNG.</summary>
    public async Task<byte[]> Picture() =>
        Convert.FromBase64String((string)(await Send("Page.captureScreenshot"))["data"]!);

    /// <summary>Sends a command and returns its answer.</summary>
    public async Task<JsonNode> Send(string method, JsonObject? parameters = null)
    {
        var id = ++_last;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session is not null) command["sessionId"] = _session;
        await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        while (true)
        {
            var message = await Receive();
            if ((int?)message["id"] != id) continue;
            Assert(message["error"] is null, $"{method}: {message.ToJsonString()}");
            return message["result"]!;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task<JsonNode> Receive()
    {
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        var message = JsonNode.Parse(text.ToArray())!;
        if (message["method"] is not null) Events.Add(message);
        return message;
    }

    private static void Assert(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }
}
