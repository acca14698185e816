package dev.mcphotfix.agent.record.shape.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonParser;
import jakarta.json.Json;
import java.io.StringReader;
import kotlinx.serialization.json.JsonElementKt;
import org.json.JSONObject;
import tools.jackson.databind.json.JsonMapper;

/** The libraries in whose objects hosts keep records. */
public enum JsonLibrary {
  JACKSON_2(true) {
    @Override
    public Object read(String json) throws Exception {
      return new ObjectMapper().readTree(json);
    }
  },
  JACKSON_3(true) {
    @Override
    public Object read(String json) {
      return JsonMapper.shared().readTree(json);
    }
  },
  GSON(true) {
    @Override
    public Object read(String json) {
      return JsonParser.parseString(json);
    }
  },
  /** Its order is that of a hash map. */
  ORG_JSON(true) {
    @Override
    public Object read(String json) {
      return new JSONObject(json);
    }
  },
  JAKARTA(false) {
    @Override
    public Object read(String json) {
      return Json.createReader(new StringReader(json)).readObject();
    }
  },
  KOTLINX(false) {
    @Override
    public Object read(String json) {
      return JsonElementKt.getJsonObject(
          kotlinx.serialization.json.Json.Default.parseToJsonElement(json));
    }
  };

  private final boolean mutable;

  JsonLibrary(boolean mutable) {
    this.mutable = mutable;
  }

  /** Whether an object is changed in place. */
  boolean mutable() {
    return mutable;
  }

  /** The object that the text is. */
  public abstract Object read(String json) throws Exception;
}
