using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace IoSpec.Tests.Html.Browser;

/// <summary>A browser without a window. Where there is none, tests are skipped, unless that is not allowed.</summary>
internal sealed class Chromium : IDisposable
{
    private const string Variable = "IOSPEC_REQUIRE_BROWSER";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("iospec-browser-");
    private readonly Process _process;

    private Chromium(string program)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}", "about:blank",
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts it.</summary>
    public static Chromium Start()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var program = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        var isRequired = Environment.GetEnvironmentVariable(Variable) is "1";
        Skip.If(program is null && !isRequired, "there is no Chromium on the PATH");
        Assert.True(program is not null, $"there is no Chromium on the PATH, and {Variable} is 1");
        return new Chromium(program);
    }

    /// <summary>Opens a page.</summary>
    public async Task<DevTools> Open()
    {
        var file = Path.Combine(_profile.FullName, "DevToolsActivePort");
        string[] lines;
        for (var i = 0; (lines = File.Exists(file) ? await File.ReadAllLinesAsync(file) : []).Length < 2; i++)
        {
            Assert.True(i < 600 && !_process.HasExited, "the browser did not start");
            await Task.Delay(100);
        }

        var page = new DevTools();
        await page.Open(int.Parse(lines[0], CultureInfo.InvariantCulture), lines[1]);
        return page;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        for (var i = 0; i < 10 && Directory.Exists(_profile.FullName); i++)
        {
            try
            {
                Directory.Delete(_profile.FullName, recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
