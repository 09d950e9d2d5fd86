using System.Globalization;
using IoSpec.Suite;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Keeps what FsCheck finds, instead of printing it.</summary>
internal sealed class PropertyVerdict : IRunner
{
    private string _name = "";
    private TestResult? _result;

    /// <summary>Throws what was found, if the property does not hold.</summary>
    /// <exception cref="PropertyFailedException">It does not hold, or too many values were rejected.</exception>
    public void ThrowIfFailed()
    {
        switch (_result)
        {
            case TestResult.Failed failed:
                var inner = failed.Item4 is Outcome.Failed { Item: var thrown } ? thrown : null;
                var replay = string.Create(
                    CultureInfo.InvariantCulture, $"{failed.Item6.Seed},{failed.Item6.Gamma},{failed.Item7}");
                var text = Runner.onFinishedToString(_name, failed).TrimEnd();
                throw new PropertyFailedException($"{text}\nreplay: {SuiteVariables.ReplayName}={replay}", inner);
            case TestResult.Exhausted:
                throw new PropertyFailedException(Runner.onFinishedToString(_name, _result).TrimEnd(), null);
            default: break;
        }
    }

    /// <inheritdoc/>
    public void OnStartFixture(Type value)
    {
    }

    /// <inheritdoc/>
    public void OnArguments(
        int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) =>
        Console.Write(every.Invoke(ntest).Invoke(args));

    /// <inheritdoc/>
    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink) =>
        Console.Write(everyShrink.Invoke(args));

    /// <inheritdoc/>
    public void OnFinished(string name, TestResult testResult) => (_name, _result) = (name, testResult);
}
