<?xml version="1.0" encoding="UTF-8"?>
<!-- 面谈纪要：一次面谈说了什么、谈妥什么、什么未定、答应了什么。按原话记，不评价人；不知道的写“未记录”，不留空。
     事实在 talk 下面，随纪要一起保存，以后再印出来的是同一份。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:param name="language">zh</xsl:param>

  <xsl:template match="/facts">
    <document style="agreement" english="{$language != 'zh'}">
      <xsl:choose>
        <xsl:when test="$language='zh'"><xsl:call-template name="zh"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="en"/></xsl:otherwise>
      </xsl:choose>
    </document>
  </xsl:template>

  <!-- 中文 -->

  <xsl:template name="zh">
    <title id="title">面谈纪要</title>
    <number id="number">编号：<field path="case/@number"/>　第<field path="talk/@number"/>次面谈</number>
    <note id="internal" align="centre">仅作公司内部记录，<xsl:choose>
        <xsl:when test="talk/@signing='screen'">屏幕上的手写签名不是法律意义上的可靠电子签名。</xsl:when>
        <xsl:otherwise>如实记录谈话，不评价任何人。</xsl:otherwise>
      </xsl:choose></note>
    <table id="meeting" columns="1.8c 7.2 1.7c 3.3">
      <row><cell>事由</cell><cell><xsl:choose><xsl:when test="talk/@title"><field path="talk/@title"/></xsl:when><xsl:otherwise>未记录</xsl:otherwise></xsl:choose></cell><cell>地点</cell><cell><xsl:choose><xsl:when test="talk/@place"><field path="talk/@place"/></xsl:when><xsl:otherwise>未记录</xsl:otherwise></xsl:choose></cell></row>
      <row><cell>时间</cell><cell><field path="talk/@on" as="date"/><field path="talk/@began" as="clock"/>至<xsl:choose><xsl:when test="talk/@ended"><field path="talk/@ended" as="clock"/></xsl:when><xsl:otherwise>未记录</xsl:otherwise></xsl:choose></cell><cell>休息</cell><cell><xsl:choose><xsl:when test="talk/@breaks"><field path="talk/@breaks"/>次，共<field path="talk/@break-minutes"/>分钟</xsl:when><xsl:otherwise>没有休息</xsl:otherwise></xsl:choose></cell></row>
      <row><cell>员工</cell><cell><field path="employee/@name" as="name"/><xsl:call-template name="post"/></cell><cell>主持人</cell><cell><field path="talk/@hr" as="name"/></cell></row>
      <row><cell>部门主管</cell><cell><xsl:call-template name="manager-zh"/></cell><cell>记录人</cell><cell><field path="talk/@recorder" as="name"/></cell></row>
    </table>
    <item id="course"><strong>谈话经过</strong></item>
    <xsl:choose>
      <xsl:when test="talk/line">
        <table id="lines" columns="1.7c 2.1c 12" head="true" closed="true">
          <row><cell>时间</cell><cell>谁说的</cell><cell>内容</cell></row>
          <xsl:for-each select="talk/line">
            <xsl:variable name="at" select="concat('talk/line[', position(), ']/@')"/>
            <row><cell><xsl:if test="@at"><field path="{$at}at"/></xsl:if></cell><cell><xsl:call-template name="who-zh"/></cell><cell><xsl:choose>
                <xsl:when test="@sort='break'">休息<field path="{$at}minutes"/>分钟。</xsl:when>
                <xsl:when test="@sort='words'">“<field path="{$at}text"/>”（原话）</xsl:when>
                <xsl:when test="@sort='added'"><field path="{$at}text"/>（宣读时补充）</xsl:when>
                <xsl:otherwise><field path="{$at}text"/></xsl:otherwise>
              </xsl:choose></cell></row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:otherwise><p id="no-lines">谈话中没有逐句记录。</p></xsl:otherwise>
    </xsl:choose>
    <item id="agreed"><strong>谈妥的事项</strong></item>
    <xsl:for-each select="talk/agreed">
      <item id="agreed-{position()}" level="3"><field path="talk/agreed[{position()}]/@text"/></item>
    </xsl:for-each>
    <xsl:if test="not(talk/agreed)"><p id="none-agreed">无。</p></xsl:if>
    <item id="open"><strong>未定的事项</strong></item>
    <xsl:for-each select="talk/open">
      <item id="open-{position()}" level="3"><field path="talk/open[{position()}]/@text"/></item>
    </xsl:for-each>
    <xsl:if test="not(talk/open)"><p id="none-open">无。</p></xsl:if>
    <item id="promises"><strong>公司答应办的事</strong></item>
    <xsl:choose>
      <xsl:when test="talk/promise">
        <table id="promise-list" columns="1.4c 8 3c 3.6c" head="true" closed="true">
          <row><cell>序号</cell><cell>事项</cell><cell>谁来办</cell><cell>哪天以前</cell></row>
          <xsl:for-each select="talk/promise">
            <xsl:variable name="at" select="concat('talk/promise[', position(), ']/@')"/>
            <row><cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}text"/></cell><cell><xsl:choose><xsl:when test="@keeper"><field path="{$at}keeper" as="name"/></xsl:when><xsl:otherwise><field path="talk/@hr" as="name"/></xsl:otherwise></xsl:choose></cell><cell><xsl:choose><xsl:when test="@due"><field path="{$at}due" as="date"/></xsl:when><xsl:otherwise>没有说定日期</xsl:otherwise></xsl:choose></cell></row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:otherwise><p id="none-promised">无。</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="talk/correction">
      <item id="corrections"><strong>宣读时的更正</strong></item>
      <xsl:for-each select="talk/correction">
        <xsl:variable name="at" select="concat('talk/correction[', position(), ']/@')"/>
        <item id="correction-{position()}" level="3"><xsl:call-template name="who-zh"/><xsl:if test="@at">（<field path="{$at}at"/>）</xsl:if>原记：“<field path="{$at}was"/>”，<xsl:choose><xsl:when test="@now">更正为：“<field path="{$at}now"/>”。</xsl:when><xsl:otherwise>删去不记。</xsl:otherwise></xsl:choose></item>
      </xsl:for-each>
    </xsl:if>
    <item id="reading"><strong>宣读和签名。</strong><xsl:choose>
        <xsl:when test="talk/@read-aloud='true' and talk/correction">本纪要已当面宣读，更正之处连同原记一并列明。</xsl:when>
        <xsl:when test="talk/@read-aloud='true'">本纪要已当面宣读，没有人提出更正。</xsl:when>
        <xsl:otherwise>本纪要没有当面宣读，请看过再签；要更正的，直接写在旁边并签名。</xsl:otherwise>
      </xsl:choose>签名只表示记录与谈话相符，不表示同意对方的意见，也不放弃任何权利。<xsl:if test="talk/@signing='screen'">各方在屏幕上手写签名，笔迹随本纪要保存，此后不再改动。</xsl:if></item>
    <xsl:if test="talk/@signing='refused'">
      <p id="refused"><strong>员工没有签名。</strong>原因：<field path="talk/@refusal"/>。在场见证人：<field path="talk/@witness" as="name"/>。</p>
    </xsl:if>
    <sign id="sign" kind="parties">
      <row>
        <cell>主持人：<field path="talk/@hr" as="name"/></cell>
        <cell for="signature" ink="{talk/signature[@of='hr']/@ink}">签名：</cell>
        <cell><xsl:call-template name="dated-zh"><xsl:with-param name="of">hr</xsl:with-param></xsl:call-template></cell>
      </row>
      <xsl:choose>
        <xsl:when test="talk/@signing='refused'">
          <row>
            <cell>见证人：<field path="talk/@witness" as="name"/></cell>
            <cell for="signature">签名：</cell>
            <cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell>
          </row>
        </xsl:when>
        <xsl:otherwise>
          <row>
            <cell>员工：<field path="employee/@name" as="name"/></cell>
            <cell for="signature" ink="{talk/signature[@of='employee']/@ink}">签名：</cell>
            <cell><xsl:call-template name="dated-zh"><xsl:with-param name="of">employee</xsl:with-param></xsl:call-template></cell>
          </row>
        </xsl:otherwise>
      </xsl:choose>
    </sign>
    <xsl:if test="talk/@manager-answer='comes'">
      <sign id="sign-manager" kind="parties">
        <row>
          <cell>部门主管<xsl:if test="talk/@manager">：<field path="talk/@manager" as="name"/></xsl:if></cell>
          <cell for="signature" ink="{talk/signature[@of='manager']/@ink}">签名：</cell>
          <cell><xsl:call-template name="dated-zh"><xsl:with-param name="of">manager</xsl:with-param></xsl:call-template></cell>
        </row>
      </sign>
    </xsl:if>
  </xsl:template>

  <xsl:template name="dated-zh">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="talk/signature[@of=$of]">日期：<field path="talk/@on" as="date"/></xsl:when>
      <xsl:otherwise>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</xsl:otherwise>
    </xsl:choose></xsl:template>

  <xsl:template name="post"><xsl:if test="employee/@number or employee/employment/@position">（<xsl:if
      test="employee/@number"><field path="employee/@number"/></xsl:if><xsl:if test="employee/@number and employee/employment/@position">，</xsl:if><xsl:if
      test="employee/employment/@department"><xsl:if test="not(employee/employment/@position) and employee/@number">，</xsl:if><field path="employee/employment/@department"/></xsl:if><xsl:if
      test="employee/employment/@position"><field path="employee/employment/@position"/></xsl:if>）</xsl:if></xsl:template>

  <xsl:template name="manager-zh"><xsl:if test="talk/@manager"><field path="talk/@manager" as="name"/>，</xsl:if><xsl:choose>
      <xsl:when test="talk/@manager-answer='comes'">在场</xsl:when>
      <xsl:when test="talk/@manager-answer='declines'">请过，不参加<xsl:choose><xsl:when test="talk/@manager-note">，原因：<field path="talk/@manager-note"/></xsl:when><xsl:otherwise>，没有说明原因</xsl:otherwise></xsl:choose></xsl:when>
      <xsl:when test="talk/@manager-answer='asked'">请过，没有答复，不在场</xsl:when>
      <xsl:otherwise>没有请，不在场</xsl:otherwise>
    </xsl:choose></xsl:template>

  <xsl:template name="who-zh"><xsl:choose>
      <xsl:when test="@who='employee'">员工</xsl:when>
      <xsl:when test="@who='hr'">主持人</xsl:when>
      <xsl:when test="@who='manager'">部门主管</xsl:when>
      <xsl:otherwise>—</xsl:otherwise>
    </xsl:choose></xsl:template>

  <!-- English -->

  <xsl:template name="en">
    <title id="title">Minutes of a talk</title>
    <number id="number">No. <field path="case/@number"/>, talk <field path="talk/@number"/></number>
    <note id="internal" align="centre">For the company's own records only. <xsl:choose>
        <xsl:when test="talk/@signing='screen'">What is signed on the screen is not a reliable electronic signature within the meaning of the law.</xsl:when>
        <xsl:otherwise>These minutes record what was said and judge nobody.</xsl:otherwise>
      </xsl:choose></note>
    <table id="meeting" columns="2.4 6.2 2.1 3.3">
      <row><cell>About</cell><cell><xsl:choose><xsl:when test="talk/@title"><field path="talk/@title"/></xsl:when><xsl:otherwise>not recorded</xsl:otherwise></xsl:choose></cell><cell>Place</cell><cell><xsl:choose><xsl:when test="talk/@place"><field path="talk/@place"/></xsl:when><xsl:otherwise>not recorded</xsl:otherwise></xsl:choose></cell></row>
      <row><cell>When</cell><cell><field path="talk/@on"/>, <field path="talk/@began"/> to <xsl:choose><xsl:when test="talk/@ended"><field path="talk/@ended"/></xsl:when><xsl:otherwise>not recorded</xsl:otherwise></xsl:choose></cell><cell>Breaks</cell><cell><xsl:choose><xsl:when test="talk/@breaks"><field path="talk/@breaks"/> (<field path="talk/@break-minutes"/> min in all)</xsl:when><xsl:otherwise>none</xsl:otherwise></xsl:choose></cell></row>
      <row><cell>Employee</cell><cell><field path="employee/@name"/><xsl:call-template name="post-en"/></cell><cell>Led by</cell><cell><field path="talk/@hr"/></cell></row>
      <row><cell>Manager</cell><cell><xsl:call-template name="manager-en"/></cell><cell>Noted by</cell><cell><field path="talk/@recorder"/></cell></row>
    </table>
    <p id="course"><strong>What was said:</strong></p>
    <xsl:choose>
      <xsl:when test="talk/line">
        <table id="lines" columns="1.7 2.4 12" head="true" closed="true">
          <row><cell>Time</cell><cell>Who</cell><cell>What</cell></row>
          <xsl:for-each select="talk/line">
            <xsl:variable name="at" select="concat('talk/line[', position(), ']/@')"/>
            <row><cell><xsl:if test="@at"><field path="{$at}at"/></xsl:if></cell><cell><xsl:call-template name="who-en"/></cell><cell><xsl:choose>
                <xsl:when test="@sort='break'">Break of <field path="{$at}minutes"/> min.</xsl:when>
                <xsl:when test="@sort='words'">“<field path="{$at}text"/>” (in these words)</xsl:when>
                <xsl:when test="@sort='added'"><field path="{$at}text"/> (added when read aloud)</xsl:when>
                <xsl:otherwise><field path="{$at}text"/></xsl:otherwise>
              </xsl:choose></cell></row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:otherwise><p id="no-lines">Nothing was noted sentence by sentence.</p></xsl:otherwise>
    </xsl:choose>
    <p id="agreed"><strong>Agreed:</strong></p>
    <xsl:for-each select="talk/agreed">
      <p id="agreed-{position()}"><xsl:value-of select="position()"/>. <field path="talk/agreed[{position()}]/@text"/></p>
    </xsl:for-each>
    <xsl:if test="not(talk/agreed)"><p id="none-agreed">Nothing.</p></xsl:if>
    <p id="open"><strong>Left open:</strong></p>
    <xsl:for-each select="talk/open">
      <p id="open-{position()}"><xsl:value-of select="position()"/>. <field path="talk/open[{position()}]/@text"/></p>
    </xsl:for-each>
    <xsl:if test="not(talk/open)"><p id="none-open">Nothing.</p></xsl:if>
    <p id="promises"><strong>What the company has promised:</strong></p>
    <xsl:choose>
      <xsl:when test="talk/promise">
        <table id="promise-list" columns="1.2c 8 3 3.6" head="true" closed="true">
          <row><cell>No.</cell><cell>What</cell><cell>Who</cell><cell>By</cell></row>
          <xsl:for-each select="talk/promise">
            <xsl:variable name="at" select="concat('talk/promise[', position(), ']/@')"/>
            <row><cell><xsl:value-of select="position()"/></cell><cell><field path="{$at}text"/></cell><cell><xsl:choose><xsl:when test="@keeper"><field path="{$at}keeper"/></xsl:when><xsl:otherwise><field path="talk/@hr"/></xsl:otherwise></xsl:choose></cell><cell><xsl:choose><xsl:when test="@due"><field path="{$at}due"/></xsl:when><xsl:otherwise>no date given</xsl:otherwise></xsl:choose></cell></row>
          </xsl:for-each>
        </table>
      </xsl:when>
      <xsl:otherwise><p id="none-promised">Nothing.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="talk/correction">
      <p id="corrections"><strong>Corrected when read aloud:</strong></p>
      <xsl:for-each select="talk/correction">
        <xsl:variable name="at" select="concat('talk/correction[', position(), ']/@')"/>
        <p id="correction-{position()}"><xsl:value-of select="position()"/>. <xsl:call-template name="who-en"/><xsl:if test="@at"> (<field path="{$at}at"/>)</xsl:if>, noted: “<field path="{$at}was"/>”; <xsl:choose><xsl:when test="@now">corrected to: “<field path="{$at}now"/>”.</xsl:when><xsl:otherwise>taken out.</xsl:otherwise></xsl:choose></p>
      </xsl:for-each>
    </xsl:if>
    <p id="reading"><strong>Reading and signing. </strong><xsl:choose>
        <xsl:when test="talk/@read-aloud='true' and talk/correction">These minutes were read aloud; each correction is shown above beside what had been noted.</xsl:when>
        <xsl:when test="talk/@read-aloud='true'">These minutes were read aloud; nobody asked for a correction.</xsl:when>
        <xsl:otherwise>These minutes were not read aloud: read them before you sign, and sign beside what you correct.</xsl:otherwise>
      </xsl:choose> A signature only confirms that this is what was said; it agrees to nothing and waives no right.<xsl:if test="talk/@signing='screen'"> Those present signed by hand on the screen; the strokes are kept with these minutes, which are changed no more.</xsl:if></p>
    <xsl:if test="talk/@signing='refused'">
      <p id="refused"><strong>The employee did not sign. </strong>Reason: <field path="talk/@refusal"/>. Witness: <field path="talk/@witness"/>.</p>
    </xsl:if>
    <sign id="sign" kind="parties">
      <row>
        <cell>Led by: <field path="talk/@hr"/></cell>
        <cell for="signature" ink="{talk/signature[@of='hr']/@ink}">Signature:</cell>
        <cell><xsl:call-template name="dated-en"><xsl:with-param name="of">hr</xsl:with-param></xsl:call-template></cell>
      </row>
      <xsl:choose>
        <xsl:when test="talk/@signing='refused'">
          <row>
            <cell>Witness: <field path="talk/@witness"/></cell>
            <cell for="signature">Signature:</cell>
            <cell>Date: <blank size="8"/></cell>
          </row>
        </xsl:when>
        <xsl:otherwise>
          <row>
            <cell>Employee: <field path="employee/@name"/></cell>
            <cell for="signature" ink="{talk/signature[@of='employee']/@ink}">Signature:</cell>
            <cell><xsl:call-template name="dated-en"><xsl:with-param name="of">employee</xsl:with-param></xsl:call-template></cell>
          </row>
        </xsl:otherwise>
      </xsl:choose>
    </sign>
    <xsl:if test="talk/@manager-answer='comes'">
      <sign id="sign-manager" kind="parties">
        <row>
          <cell>Manager<xsl:if test="talk/@manager">: <field path="talk/@manager"/></xsl:if></cell>
          <cell for="signature" ink="{talk/signature[@of='manager']/@ink}">Signature:</cell>
          <cell><xsl:call-template name="dated-en"><xsl:with-param name="of">manager</xsl:with-param></xsl:call-template></cell>
        </row>
      </sign>
    </xsl:if>
  </xsl:template>

  <xsl:template name="dated-en">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="talk/signature[@of=$of]">Date: <field path="talk/@on"/></xsl:when>
      <xsl:otherwise>Date: <blank size="8"/></xsl:otherwise>
    </xsl:choose></xsl:template>

  <xsl:template name="post-en"><xsl:if test="employee/@number"> (<field path="employee/@number"/>)</xsl:if><xsl:if
      test="employee/employment/@position">, <field path="employee/employment/@position"/></xsl:if><xsl:if
      test="employee/employment/@department">, <field path="employee/employment/@department"/></xsl:if></xsl:template>

  <xsl:template name="manager-en"><xsl:if test="talk/@manager"><field path="talk/@manager"/>, </xsl:if><xsl:choose>
      <xsl:when test="talk/@manager-answer='comes'">present</xsl:when>
      <xsl:when test="talk/@manager-answer='declines'">asked, did not come<xsl:choose><xsl:when test="talk/@manager-note">: <field path="talk/@manager-note"/></xsl:when><xsl:otherwise>, without a reason</xsl:otherwise></xsl:choose></xsl:when>
      <xsl:when test="talk/@manager-answer='asked'">asked, did not answer, not present</xsl:when>
      <xsl:otherwise>not asked, not present</xsl:otherwise>
    </xsl:choose></xsl:template>

  <xsl:template name="who-en"><xsl:choose>
      <xsl:when test="@who='employee'">Employee</xsl:when>
      <xsl:when test="@who='hr'">HR</xsl:when>
      <xsl:when test="@who='manager'">Manager</xsl:when>
      <xsl:otherwise>—</xsl:otherwise>
    </xsl:choose></xsl:template>
</xsl:stylesheet>
