<?xml version="1.0" encoding="UTF-8"?>
<!-- 面谈记录：谁说了什么、由谁提出。只记原话，不评价、不推测；员工的更正写在记录上，不另誊。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">面谈记录</title>
      <xsl:call-template name="number"/>
      <table id="meeting" columns="2 5 2 5">
        <row><cell>时间</cell><cell><field path="case/meeting/@date" as="date"/><xsl:if test="case/meeting/@from"><field path="case/meeting/@from" as="clock"/></xsl:if><xsl:if
          test="case/meeting/@until">至<field path="case/meeting/@until" as="clock"/></xsl:if></cell><cell>地点</cell><cell><field path="case/meeting/@place"/></cell></row>
        <row><cell>员工</cell><cell><field path="employee/@name" as="name"/><xsl:if test="employee/@number">（<field path="employee/@number"/>）</xsl:if></cell><cell>记录人</cell><cell><field path="case/meeting/@recorder" as="name"/></cell></row>
        <row><cell>参加人</cell><cell><xsl:for-each select="case/meeting/attendee"><xsl:if test="position() > 1">、</xsl:if><field
          path="case/meeting/attendee[{position()}]/@name" as="name"/><xsl:if test="@role">（<field path="case/meeting/attendee[{position()}]/@role"/>）</xsl:if></xsl:for-each><xsl:if
          test="not(case/meeting/attendee)"><blank size="12"/></xsl:if></cell><cell>录音</cell><cell><xsl:choose>
            <xsl:when test="case/meeting/@recorded='true'">已告知，经本人同意录音</xsl:when>
            <xsl:when test="case/meeting/@recorded='false'">没有录音</xsl:when>
            <xsl:otherwise>□已告知，经本人同意录音　□没有录音</xsl:otherwise>
          </xsl:choose></cell></row>
        <row><cell>事由</cell><cell><field path="case/meeting/@purpose"/></cell><cell>主持人</cell><cell><blank size="8"/></cell></row>
      </table>
      <item id="opening"><strong>开场说明。</strong>主持人说明了面谈的目的、参加人和记录方式，以及员工有权随时休息、要求更正、带走材料、邀请工会代表参加。</item>
      <item id="said"><strong>谈话内容。</strong></item>
      <table id="turns" columns="2.6 12" head="true" closed="true">
        <row><cell>发言人</cell><cell>内容</cell></row>
        <xsl:for-each select="case/meeting/turn">
          <row><cell><field path="case/meeting/turn[{position()}]/@speaker" as="name"/></cell><cell><field path="case/meeting/turn[{position()}]"/></cell></row>
        </xsl:for-each>
        <xsl:if test="not(case/meeting/turn)">
          <row><cell/><cell/></row>
          <row><cell/><cell/></row>
          <row><cell/><cell/></row>
        </xsl:if>
      </table>
      <item id="proposer"><strong>由谁提出离职</strong>（只在谈到离职时填写）：<xsl:choose>
          <xsl:when test="departure/@proposer='employer'">公司提出。</xsl:when>
          <xsl:when test="departure/@proposer='employee'">员工提出。</xsl:when>
          <xsl:otherwise>□公司提出　□员工提出　□没有谈到离职</xsl:otherwise>
        </xsl:choose></item>
      <item id="agreed"><strong>谈妥的事项</strong>（没有的写“无”）：<blank size="16"/></item>
      <item id="open"><strong>未定的事项</strong>（没有的写“无”）：<blank size="16"/></item>
      <p id="reading">记录已交本人阅读，有错漏的可以直接在记录上修改，并在修改处签名。签名只表示记录与谈话相符，不表示同意对方的意见，也不放弃任何权利。</p>
      <p id="corrections">补充或者更正：<blank size="26"/></p>
      <sign id="sign" kind="line">
        <row><cell>员工：<blank size="7"/></cell><cell>主持人：<blank size="7"/></cell><cell>记录人：<blank size="7"/></cell></row>
        <row><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
      <note id="refused">员工没有签名的，记录人写明原因：<blank size="10"/>　在场人签名：<blank size="8"/></note>
    </document>
  </xsl:template>
</xsl:stylesheet>
