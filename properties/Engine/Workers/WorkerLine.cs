using System.Text;
using System.Text.Json;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Requests and replies as lines of JSON.</summary>
internal static class WorkerLine
{
    public static string Write<T>(T message)
        where T : class => WriteValue(message, typeof(T));

    public static T Read<T>(string line)
        where T : class =>
        (T)ReadValue(line, typeof(T));

    public static string WriteValue(object value, Type type)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) JsonCodec.Write(writer, value, Shape.Of(type));
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    public static object ReadValue(string text, Type type) =>
        JsonCodec.Read(Encoding.UTF8.GetBytes(text), Shape.Of(type), "worker")
        ?? throw new SuiteException("a worker sent null");
}
