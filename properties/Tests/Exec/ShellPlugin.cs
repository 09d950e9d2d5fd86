using IoSpec.Exec;

namespace IoSpec.Tests.Exec;

/// <summary>A plug-in of a few lines of shell: it behaves until it is asked to do something.</summary>
internal sealed class ShellPlugin : IDisposable
{
    /// <summary>A good answer to <c>hello</c>, after which everything of the area <c>iommu</c> may be asked.</summary>
    public const string GoodHello =
        """{"seq":"1","protocol":1,"name":"shell","version":"1","areas":[{"area":"iommu"}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-exec-");

    /// <summary>Writes the plug-in.</summary>
    /// <param name="atWork">What the shell does when an operation is asked for; $n is the number of the line.</param>
    /// <param name="hello">What it answers to <c>hello</c>.</param>
    /// <param name="atEnd">What the shell does after the answer to <c>bye</c>.</param>
    public ShellPlugin(string atWork, string hello = GoodHello, string atEnd = "exit")
    {
        File.WriteAllText(this["hello"], hello + "\n");
        File.WriteAllText(this["plugin"], $$"""
            n=0 changed=0
            while read -r line; do
              n=$((n+1))
              case "$line" in
                '{"command":"hello"'*) cat '{{this["hello"]}}' ;;
                '{"command":"reset"'*) echo "{\"seq\":\"$n\"}" ;;
                '{"command":"bye"'*) echo "{\"seq\":\"$n\"}"; {{atEnd}} ;;
                *) {{atWork}} ;;
              esac
            done
            """);
    }

    /// <summary>What starts it.</summary>
    public string Command => $"sh '{this["plugin"]}'";

    /// <summary>It as the suite sees it.</summary>
    public Harness Harness => Harness.Program(Command);

    /// <summary>The path of a file in its folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
