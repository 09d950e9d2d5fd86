using IoSpec.Tests.Support;
using Xunit;

namespace VerifyXunit;

public sealed class VerifierTests
{
    private const string Stem = "properties/Tests/Support/Snapshots/VerifierTests";

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo\n")]
    public Task Text_is_compared_without_its_line_ends(string text) =>
        Verifier.Verify(text, $"/_/{Stem}.cs", nameof(Text_is_compared_without_its_line_ends));

    [Theory]
    [InlineData("one\nthree", "Line 2 differs:\n- two\n+ three")]
    [InlineData("one", "Line 2 differs:\n- two\n+ (end of text)")]
    [InlineData("one\ntwo\n\nfour", "Line 3 differs:\n- (end of text)\n+ ")]
    public async Task What_differs_is_left_beside_the_test_and_both_files_are_named(string text, string difference)
    {
        const string method = nameof(Text_is_compared_without_its_line_ends);
        var received = Path.Combine(Repository.Root, $"{Stem}.{method}.received.txt");
        var verified = Path.Combine(Repository.Root, $"{Stem}.{method}.verified.txt");
        var error = await Assert.ThrowsAsync<VerifyException>(
            () => Verifier.Verify(text, $@"C:\build\{Stem.Replace('/', '\\')}.cs", method));
        Assert.Equal(text + "\n", await File.ReadAllTextAsync(received));
        File.Delete(received);
        Assert.Equal($"{difference}\nReceived: {received}\nVerified: {verified}", error.Message);
    }

    [Fact]
    public async Task Text_that_was_never_verified_differs()
    {
        var received = Path.Combine(Repository.Root, $"{Stem}.None.received.txt");
        var error = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("text", $"/_/{Stem}.cs", "None"));
        File.Delete(received);
        Assert.StartsWith("There is no verified text yet.", error.Message, StringComparison.Ordinal);
        Assert.Contains(received, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_tests_of_this_repository_are_compared() =>
        Assert.ThrowsAsync<ArgumentException>(() => Verifier.Verify("text", "/elsewhere/Some.cs", "Test"));
}
